package io.portolan.simulators;

import io.portolan.simulators.settings.LiveSettings;
import io.portolan.simulators.settings.Settings;
import io.portolan.simulators.wire.JsonFields;
import io.portolan.simulators.wire.JsonText;
import io.portolan.simulators.wire.Malformed;
import io.portolan.simulators.wire.Reply;
import io.portolan.simulators.wire.Request;
import io.portolan.simulators.wire.Route;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Where tests and demonstrations ask whether the world is up, and turn its knobs. */
final class ControlDesk {

    private static final String SETTINGS = "/control/settings";

    private final LiveSettings settings;

    ControlDesk(LiveSettings settings) {
        this.settings = settings;
    }

    List<Route> routes() {
        return List.of(
                new Route("GET", "/control/health", _ -> Reply.json(200, new JsonText().with("status", "UP"))),
                new Route(
                        "GET", SETTINGS, _ -> Reply.json(200, settings.current().json())),
                new Route("PUT", SETTINGS, this::change));
    }

    private Reply change(Request request) {
        try {
            return Reply.json(200, settings.change(changes(request)).json());
        } catch (Malformed broken) {
            return Reply.json(400, new JsonText().with("code", "MALFORMED").with("message", broken.why()));
        }
    }

    private static Map<String, String> changes(Request request) {
        var fields = JsonFields.parse(request.body());
        return fields.names().stream().collect(Collectors.toMap(Function.identity(), name -> value(fields, name)));
    }

    /** No address at all, null or empty, switches the callbacks off. */
    private static String value(JsonFields fields, String name) {
        return name.equals(Settings.CALLBACKS)
                ? fields.optionalText(name).orElse("")
                : fields.optionalWhole(name).map(String::valueOf).orElseThrow(() -> new Malformed(name + " is null"));
    }
}
