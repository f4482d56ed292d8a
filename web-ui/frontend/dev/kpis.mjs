// Invented figures for the page /monitoring.
const nothing = {
  collectionShare: null,
  alerts: 0,
  confirmed: 0,
  dismissed: 0,
  accuracyShare: null,
  noticedP50Seconds: null,
  noticedP95Seconds: null,
  toldP50Seconds: null,
  toldP95Seconds: null,
  recoveredP50Seconds: null,
  recoveredP95Seconds: null,
};

const OF_SHOP = {
  collectionShare: 0.9968,
  alerts: 9,
  confirmed: 5,
  dismissed: 1,
  accuracyShare: 5 / 6,
  noticedP50Seconds: 6.2,
  noticedP95Seconds: 14.8,
  toldP50Seconds: 8.4,
  toldP95Seconds: 19.7,
  recoveredP50Seconds: 754,
  recoveredP95Seconds: 4_980,
};

const OF_BILLING = {
  ...nothing,
  collectionShare: 0.981,
  alerts: 2,
  noticedP50Seconds: 9.1,
  noticedP95Seconds: 12.3,
  recoveredP50Seconds: 1_320,
  recoveredP95Seconds: 1_710,
};

export function kpis(world, days) {
  const to = new Date();
  const from = new Date(to.getTime() - days * 86_400_000).toISOString();
  const of = (target, figures) => ({ ...figures, target, from, to: to.toISOString() });
  if (world.targets.length === 0) {
    return { all: of(null, nothing), targets: [] };
  }
  return {
    all: of(null, { ...OF_SHOP, collectionShare: 0.9911, alerts: 11 }),
    targets: [of('billing-service', OF_BILLING), of('shop', OF_SHOP), of('warehouse', nothing)],
  };
}
