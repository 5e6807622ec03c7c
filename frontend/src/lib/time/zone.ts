/** Every zone this browser knows. */
export const knownZones = () => Intl.supportedValuesOf("timeZone");
