export const INTERPRETERS_PATH: string[];
export const FOR_OTHERS: string[];
