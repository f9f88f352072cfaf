package io.portolan.simulators.instruction;

import io.portolan.simulators.store.Sql;

/** The scenarios that happen only the first time, whatever the key: for which order or reference they have happened. */
public final class OneTimeScenarios {

    /** Remembers that the scenario has happened for the subject; true the first time. */
    public boolean addIfNew(Sql sql, String scenario, String subject) {
        return sql.update(
                        "insert into one_time_scenario (scenario, subject) values (?, ?) on conflict do nothing",
                        scenario,
                        subject)
                == 1;
    }
}
