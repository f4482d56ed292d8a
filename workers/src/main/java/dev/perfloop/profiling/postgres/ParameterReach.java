package dev.perfloop.profiling.postgres;

import dev.perfloop.profiling.ParameterRights.Parameter;
import dev.perfloop.profiling.ParameterRights.Reach;
import dev.perfloop.profiling.postgres.SettableRepository.Granted;
import dev.perfloop.profiling.postgres.SettableRepository.Role;
import dev.perfloop.profiling.postgres.SettableRepository.Setting;
import dev.perfloop.target.PlanParameters;

/**
 * Where one parameter can be set. For the whole server where nobody else works on it, as that holds at once, also in the sessions
 * of a pool once they plan anew, which our role has to be able to bring about; otherwise for the database alone, and then for new sessions only.
 */
record ParameterReach(Role role, Setting setting, Granted granted) {

    Parameter parameter() {
        return switch (setting.context()) {
            case "user", "superuser" -> ofSession();
            case "sighup" -> systemUsable() ? with(Reach.SYSTEM) : byHand(withoutSystem());
            case "postmaster" -> byHand("it takes a restart of the server");
            default -> byHand("PostgreSQL lets nobody set it (" + setting.context() + ")");
        };
    }

    private Parameter ofSession() {
        if (setting.roles() != null) {
            return byHand("it is set for roles (" + setting.roles() + "), which outranks what is set for all");
        }
        boolean plansFollow = role.createsSchemas() || !PlanParameters.include(setting.name(), setting.context());
        if (role.alone() && plansFollow && !setting.ofDatabase() && systemUsable()) {
            return with(Reach.SYSTEM);
        }
        if (!role.owner()) {
            return byHand("role " + role.name() + " does not have the rights of the database's owner");
        }
        if (setting.context().equals("superuser") && !role.superuser() && !granted.toSet()) {
            return byHand("role " + role.name() + " may not set it (GRANT SET ON PARAMETER " + setting.name() + " TO "
                    + role.name() + ", from PostgreSQL 15 on)");
        }
        return role.seesSessions()
                ? with(Reach.DATABASE)
                : byHand("it holds for new sessions only, and role " + role.name()
                        + " may not see how old sessions are (GRANT pg_monitor TO " + role.name() + ")");
    }

    private boolean systemUsable() {
        boolean mayAlter = role.superuser() || granted.toAlterSystem() && role.mayReload();
        return mayAlter
                && role.alterSystemAllowed()
                && role.seesSettings()
                && !setting.source().equals("command line");
    }

    private String withoutSystem() {
        if (!role.alterSystemAllowed()) {
            return "this server does not allow ALTER SYSTEM (allow_alter_system)";
        }
        return setting.source().equals("command line")
                ? "it is set on the server's command line, which outranks ALTER SYSTEM"
                : "role " + role.name() + " may not set it for the server (GRANT ALTER SYSTEM ON PARAMETER "
                        + setting.name() + " TO " + role.name()
                        + " from PostgreSQL 15 on, EXECUTE on pg_reload_conf(), and pg_monitor)";
    }

    private Parameter with(Reach reach) {
        return new Parameter(setting.name(), reach, "");
    }

    private Parameter byHand(String why) {
        return new Parameter(setting.name(), null, why);
    }
}
