package io.portolan.console;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the console must be told by the application.
 *
 * @param workflowService the workflow service's name as pages show it, such as {@code Temporal dev server}
 * @param workflowLink the address of a workflow in Temporal's web UI, with <code>{id}</code> in place of the payment's
 * id; null if there is no web UI
 * @param timeLimit the age from which an open payment is overdue
 * @param pageSize how many payments a page lists, 1 to 200
 */
public record ConsoleSettings(
        String workflowService, @Nullable String workflowLink, Duration timeLimit, int pageSize) {
    private static final String ID_PLACEHOLDER = "{id}";
    private static final int MAX_PAGE_SIZE = 200;

    public ConsoleSettings {
        if (workflowLink != null && !isWebAddress(workflowLink)) {
            throw new IllegalArgumentException(
                    "the workflow link must be an http(s) address containing {id}, not " + workflowLink);
        }
        if (!timeLimit.isPositive()) {
            throw new IllegalArgumentException("the payment time limit must be positive, not " + timeLimit);
        }
        if (pageSize < 1 || pageSize > MAX_PAGE_SIZE) {
            throw new IllegalArgumentException("the page size must be 1 to 200, not " + pageSize);
        }
    }

    /** The address of this workflow in Temporal's web UI. */
    public Optional<String> workflowLinkFor(String workflow) {
        return Optional.ofNullable(workflowLink).map(link -> link.replace(ID_PLACEHOLDER, workflow));
    }

    private static boolean isWebAddress(String link) {
        String scheme = URI.create(link.replace(ID_PLACEHOLDER, "id")).getScheme();
        return link.contains(ID_PLACEHOLDER) && ("http".equals(scheme) || "https".equals(scheme));
    }
}
