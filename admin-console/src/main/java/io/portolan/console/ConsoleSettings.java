package io.portolan.console;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the console must be told by the application.
 *
 * @param engine the workflow engine's name as shown to people, such as {@code Temporal dev server} or {@code in-memory engine}
 * @param workflowLink the address of a workflow in Temporal's own web pages, with <code>{id}</code> in place of the payment's id; null where there are none
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
                    "a workflow link is an http address with {id} in it, not " + workflowLink);
        }
        if (!timeLimit.isPositive()) {
            throw new IllegalArgumentException("the time limit of a payment is positive, not " + timeLimit);
        }
        if (pageSize < 1 || pageSize > MAX_PAGE_SIZE) {
            throw new IllegalArgumentException("a page lists 1 to 200 payments, not " + pageSize);
        }
    }

    /** Where this workflow can be seen in Temporal's own web pages. */
    public Optional<String> workflowLinkFor(String workflow) {
        return Optional.ofNullable(workflowLink).map(link -> link.replace(ID_PLACEHOLDER, workflow));
    }

    private static boolean isWebAddress(String link) {
        String scheme = URI.create(link.replace(ID_PLACEHOLDER, "id")).getScheme();
        return link.contains(ID_PLACEHOLDER) && ("http".equals(scheme) || "https".equals(scheme));
    }
}
