export function Logo() {
  return <img src="/favicon.svg" alt="" width={20} height={20} className="logo" />;
}
