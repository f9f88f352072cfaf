package io.portolan.simulators;

import io.portolan.simulators.settings.LiveSettings;
import io.portolan.simulators.settings.Settings;
import io.portolan.simulators.wire.HttpRoute;
import io.portolan.simulators.wire.JsonFields;
import io.portolan.simulators.wire.JsonText;
import io.portolan.simulators.wire.MalformedMessage;
import io.portolan.simulators.wire.Reply;
import io.portolan.simulators.wire.Request;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Endpoints by which tests and demonstrations check health and change settings. */
final class ControlEndpoints {

    private static final String SETTINGS = "/control/settings";

    private final LiveSettings settings;

    ControlEndpoints(LiveSettings settings) {
        this.settings = settings;
    }

    List<HttpRoute> routes() {
        return List.of(
                new HttpRoute("GET", "/control/health", _ -> Reply.json(200, new JsonText().with("status", "UP"))),
                new HttpRoute(
                        "GET", SETTINGS, _ -> Reply.json(200, settings.current().json())),
                new HttpRoute("PUT", SETTINGS, this::change));
    }

    private Reply change(Request request) {
        try {
            return Reply.json(200, settings.change(changes(request)).json());
        } catch (MalformedMessage e) {
            return Reply.json(400, new JsonText().with("code", "MALFORMED").with("message", e.reason()));
        }
    }

    private static Map<String, String> changes(Request request) {
        var fields = JsonFields.parse(request.body());
        return fields.names().stream().collect(Collectors.toMap(Function.identity(), name -> value(fields, name)));
    }

    /** A callback URL that is null or empty switches the callbacks off. */
    private static String value(JsonFields fields, String name) {
        return name.equals(Settings.CALLBACK_URL)
                ? fields.optionalText(name).orElse("")
                : fields.optionalLong(name)
                        .map(String::valueOf)
                        .orElseThrow(() -> new MalformedMessage(name + " must not be null"));
    }
}
