/** "Task_RunBaseline" as "Run baseline": the models' ids follow their names. */
export function elementName(elementId: string): string {
  const [, ...rest] = elementId.split('_');
  const name = (rest.length > 0 ? rest.join(' ') : elementId).replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
  return name.charAt(0).toUpperCase() + name.slice(1);
}
