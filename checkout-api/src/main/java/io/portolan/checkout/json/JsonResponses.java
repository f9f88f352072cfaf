package io.portolan.checkout.json;

import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Responses in JSON. */
public final class JsonResponses {
    private JsonResponses() {}

    public static ResponseEntity<byte[]> ok(Object value) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(bytes(Json.write(value)));
    }

    /** For a new resource. */
    public static ResponseEntity<byte[]> created(Object value) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .contentType(MediaType.APPLICATION_JSON)
                .body(bytes(Json.write(value)));
    }

    /** The JSON as it is put on the wire. */
    public static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
