-- Alerts are told in the same stream as runs, so that a browser holds one connection and resumes one row of ids.
ALTER TABLE run_event ALTER COLUMN run_id DROP NOT NULL;
ALTER TABLE run_event ADD COLUMN target_id text;
ALTER TABLE run_event ADD CHECK (num_nonnulls(run_id, target_id) = 1);

-- Workers and people change alerts: only here both pass by. A value that goes on being beyond is no event.
CREATE FUNCTION announce_alert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO run_event (target_id, at, kind, payload)
    VALUES (NEW.target_id, greatest(NEW.seen_at, NEW.changed_at, NEW.resolved_at),
            'ALERT', jsonb_build_object('alertId', NEW.id, 'family', NEW.family, 'severity', NEW.severity, 'state', NEW.state));
    RETURN NEW;
END $$;
CREATE TRIGGER alert_opened AFTER INSERT ON alert FOR EACH ROW EXECUTE FUNCTION announce_alert();
CREATE TRIGGER alert_changed AFTER UPDATE ON alert FOR EACH ROW
    WHEN ((OLD.state, OLD.severity, OLD.muted_until, OLD.changed_by) IS DISTINCT FROM (NEW.state, NEW.severity, NEW.muted_until, NEW.changed_by))
    EXECUTE FUNCTION announce_alert();

CREATE FUNCTION announce_delivery() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO run_event (target_id, at, kind, payload)
    SELECT target_id, coalesce(NEW.ended_at, NEW.made_at), 'ALERT',
           jsonb_build_object('alertId', id, 'family', family, 'severity', severity, 'state', state, 'delivery', NEW.status)
    FROM alert WHERE id = NEW.alert_id;
    RETURN NEW;
END $$;
CREATE TRIGGER delivery_tried AFTER UPDATE ON alert_delivery FOR EACH ROW
    WHEN (OLD.attempts <> NEW.attempts OR OLD.status <> NEW.status)
    EXECUTE FUNCTION announce_delivery();
