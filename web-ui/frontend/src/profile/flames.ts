/** A frame with all that ran below it, as the workers keep it. */
export interface FlameNode {
  name: string;
  value: number;
  children?: FlameNode[];
}

export interface HotFrame {
  name: string;
  /** Where it was on top of the stack. */
  self: number;
  /** Where it was anywhere on the stack. */
  total: number;
}

/** The frames with most of their own, each counted once however deep it recurs. */
export function hottest(root: FlameNode, atMost: number): HotFrame[] {
  const frames = new Map<string, HotFrame>();
  const visit = (node: FlameNode, above: ReadonlySet<string>) => {
    const children = node.children ?? [];
    const below = children.reduce((sum, child) => sum + child.value, 0);
    const frame = frames.get(node.name) ?? { name: node.name, self: 0, total: 0 };
    frame.self += Math.max(0, node.value - below);
    if (!above.has(node.name)) {
      frame.total += node.value;
    }
    frames.set(node.name, frame);
    const path = new Set(above).add(node.name);
    children.forEach((child) => visit(child, path));
  };
  (root.children ?? []).forEach((child) => visit(child, new Set()));
  return [...frames.values()]
    .filter(({ self }) => self > 0)
    .sort((one, other) => other.self - one.self || one.name.localeCompare(other.name))
    .slice(0, atMost);
}
