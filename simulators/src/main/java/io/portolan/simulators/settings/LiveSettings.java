package io.portolan.simulators.settings;

import io.portolan.simulators.store.Sql;
import io.portolan.simulators.store.Store;
import java.util.Map;

/** The current settings, kept in the store, so that they survive a restart. */
public final class LiveSettings {

    private final Store store;
    private volatile Settings current;

    /** Reads the stored settings and applies the given changes. */
    public LiveSettings(Store store, Map<String, String> changes) {
        this.store = store;
        this.current = store.read(LiveSettings::readStored);
        change(changes);
    }

    public Settings current() {
        return current;
    }

    /** Changes all the named settings, or none of them if one is invalid. */
    public synchronized Settings change(Map<String, String> changes) {
        current = store.write(sql -> {
            var changed = applied(readStored(sql), changes);
            changes.forEach((name, value) -> sql.update(
                    "insert into setting (name, value) values (?, ?)"
                            + " on conflict (name) do update set value = excluded.value",
                    name,
                    value));
            return changed;
        });
        return current;
    }

    private static Settings readStored(Sql sql) {
        var settings = Settings.DEFAULT;
        for (var stored : sql.all(
                "select name, value from setting", row -> Map.entry(row.getString("name"), row.getString("value")))) {
            settings = settings.with(stored.getKey(), stored.getValue());
        }
        return settings;
    }

    private static Settings applied(Settings settings, Map<String, String> changes) {
        var changed = settings;
        for (var change : changes.entrySet()) {
            changed = changed.with(change.getKey(), change.getValue());
        }
        return changed;
    }
}
