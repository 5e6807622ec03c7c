export const INTERPRETERS_PATH: string[];
export const FOR_OTHERS: string[];
export const CATALOGS: { name: string; include: string[]; exclude?: string[] }[];
