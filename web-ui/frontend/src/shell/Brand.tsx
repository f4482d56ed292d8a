export function Brand() {
  return (
    <span className="brand">
      <img src="/favicon.svg" alt="" width={20} height={20} className="logo" />
      <span>Perfloop</span>
    </span>
  );
}
