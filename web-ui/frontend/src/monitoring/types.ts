import type { components } from '../api/schema';

type Schemas = components['schemas'];

export type Monitoring = Schemas['MonitoringView'];
export type Gap = Schemas['GapView'];
export type MonitoredSeries = Schemas['MonitoredSeriesView'];
export type SeriesValues = Schemas['SeriesValuesView'];
export type Mark = Schemas['MarkView'];
export type Source = Schemas['MetricSource'];
export type StatementFinding = Schemas['StatementFindingView'];
