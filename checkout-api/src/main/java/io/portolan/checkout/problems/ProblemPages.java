package io.portolan.checkout.problems;

import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** The pages that a problem's {@code type} leads to: what happened and what to do. */
@Hidden
@RestController
final class ProblemPages {
    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);
    private static final String STYLE =
            "body{font:1.1rem/1.6 system-ui,sans-serif;max-width:42rem;margin:3rem auto;padding:0 "
                    + "1rem;color:#1b1b1b;background:#fff}"
                    + "code{background:#eee;padding:.1rem .3rem}a{color:#0b4f9e}"
                    + "@media(prefers-color-scheme:dark){body{color:#eee;background:#16181d}code{background:#333}a{color:#9cc8ff}}";
    private static final String POLICY = "default-src 'none'; style-src 'sha256-" + sha256(STYLE) + "'";

    @GetMapping("/problems")
    ResponseEntity<String> listAll() {
        String list = Arrays.stream(ProblemType.values())
                .map(type -> "<li><a href=\"%s\">%s</a> (%d)</li>"
                        .formatted(type.path(), escape(type.title()), type.status()))
                .collect(Collectors.joining("\n", "<ul>\n", "\n</ul>"));
        return page(HttpStatus.OK, "Problem types", list);
    }

    @GetMapping("/problems/{slug}")
    ResponseEntity<String> show(@PathVariable String slug) {
        return ProblemType.find(slug).map(ProblemPages::pageOf).orElseGet(ProblemPages::unknown);
    }

    private static ResponseEntity<String> pageOf(ProblemType type) {
        String text = """
                <p>The API reports this with status <code>%d</code> and type <code>%s</code>.</p>
                <h2>What to do</h2>
                <p>%s</p>
                <p>The <code>detail</code> in the response describes your case; include its <code>trace_id</code> when you contact us.</p>\
                """.formatted(type.status(), type.path(), escape(type.advice()));
        return page(HttpStatus.OK, type.title(), text);
    }

    private static ResponseEntity<String> unknown() {
        return page(HttpStatus.NOT_FOUND, "Unknown problem type", "<p>The API has no problem type of this name.</p>");
    }

    private static ResponseEntity<String> page(HttpStatus status, String title, String content) {
        String html = """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%1$s – Portolan API</title>
                <style>%2$s</style>
                </head>
                <body>
                <main>
                <h1>%1$s</h1>
                %3$s
                <p><a href="/problems">All problems</a> · <a href="/v1/openapi.json">The API's description (OpenAPI)</a></p>
                </main>
                </body>
                </html>
                """.formatted(escape(title), STYLE, content);
        return ResponseEntity.status(status)
                .contentType(HTML)
                .header("Content-Security-Policy", POLICY)
                .body(html);
    }

    private static String escape(String text) {
        return HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
