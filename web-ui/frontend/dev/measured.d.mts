export const stressLoads: unknown[];
