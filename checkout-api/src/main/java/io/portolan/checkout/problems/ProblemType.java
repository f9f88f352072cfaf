package io.portolan.checkout.problems;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of problem, each with its status and a page that says what to do. */
public enum ProblemType {
    BAD_REQUEST(
            400,
            "bad-request",
            "The request cannot be understood",
            "Compare the URL, the headers and the method with the API's description, then send it again."),
    UNREADABLE_BODY(
            400,
            "unreadable-body",
            "The body is not one JSON object",
            "Send one JSON object in UTF-8, each name at most once and nothing after it. The detail says "
                    + "where reading stopped."),
    IDEMPOTENCY_KEY(
            400,
            "idempotency-key",
            "The Idempotency-Key is missing or not usable",
            "Send one Idempotency-Key header of 1 to 255 visible ASCII characters, for example a UUID. Keep "
                    + "it with your order and send the same one"
                    + " whenever you repeat the request."),
    UNAUTHORIZED(
            401,
            "unauthorized",
            "No valid API key",
            "Send your key as \"Authorization: Bearer ptl_…\". If you have lost it, ask for a new one: keys "
                    + "are shown only once and cannot be recovered."),
    FORBIDDEN(
            403,
            "forbidden",
            "This key is not allowed to do that",
            "Use a key with this permission, or ask us to grant it."),
    NOT_FOUND(
            404,
            "not-found",
            "Not found",
            "Check the URL and the id. Another merchant's id, or a truncated one, gets the same response as "
                    + "one that does not exist."),
    METHOD_NOT_ALLOWED(405, "method-not-allowed", "Method not allowed", "Use one of the methods in the Allow header."),
    NOT_ACCEPTABLE(
            406,
            "not-acceptable",
            "The response is not available in that format",
            "Accept application/json, or omit the Accept header."),
    QUOTE_ALREADY_USED(
            409,
            "quote-already-used",
            "The quote has already been used",
            "A quote can be used once. If you are repeating a request, send it with its original "
                    + "Idempotency-Key to get the original response;"
                    + " otherwise request a new quote."),
    NOT_CANCELLABLE(
            409,
            "payment-not-cancellable",
            "The payment can no longer be cancelled",
            "A payment can be cancelled until its payout is instructed. Get the payment to see its status; a "
                    + "completed payment can only be refunded."),
    NOT_REFUNDABLE(
            409,
            "payment-not-refundable",
            "The payment cannot be refunded",
            "Only a completed payment can be refunded, until nothing of it is left. Get the payment to see its status, "
                    + "and its refunds to see what they have used up. One that is still processing can be cancelled."),
    REQUEST_IN_PROGRESS(
            409,
            "request-in-progress",
            "The first request with this key is still running",
            "Wait as long as Retry-After says, then send the same request again to get its response."),
    BODY_TOO_LARGE(413, "body-too-large", "The body is too large", "Send at most 64 KiB."),
    UNSUPPORTED_MEDIA_TYPE(
            415,
            "unsupported-media-type",
            "The body is not application/json",
            "Send JSON in UTF-8 with \"Content-Type: application/json\"."),
    INVALID(
            422,
            "invalid",
            "Some values are not valid",
            "Each of the errors names the field (a JSON pointer into the body, a query parameter or a "
                    + "header), the rule and what to change. Nothing"
                    + " was stored. Correct all of them and send the request again."),
    IDEMPOTENCY_KEY_REUSED(
            422,
            "idempotency-key-reused",
            "The Idempotency-Key belongs to another request",
            "A key stands for one request: the same method, path and JSON value. Repeat that request "
                    + "unchanged, or use a new key for a new one."),
    QUOTE_REJECTED(
            422,
            "quote-rejected",
            "The dealer rejected the request",
            "Try another amount, or another currency pair of GET /v1/corridors."),
    RATE_LIMITED(
            429,
            "rate-limited",
            "Too many requests",
            "Wait as long as Retry-After says. Nothing was done, so the same request may be sent again."),
    INTERNAL(
            500,
            "internal",
            "Internal error",
            "Send the same request again, with the same Idempotency-Key: it is carried out at most once. If "
                    + "the error persists, tell us the trace_id."),
    UNAVAILABLE(
            503,
            "unavailable",
            "Not available at the moment",
            "Nothing was accepted. Wait as long as Retry-After says and send the same request again.");

    private static final String PAGES = "/problems/";

    private final int status;
    private final String slug;
    private final String title;
    private final String advice;

    ProblemType(int status, String slug, String title, String advice) {
        this.status = status;
        this.slug = slug;
        this.title = title;
        this.advice = advice;
    }

    public int status() {
        return status;
    }

    /** The last part of the page's URL. */
    public String slug() {
        return slug;
    }

    public String title() {
        return title;
    }

    /** What to do about it. */
    public String advice() {
        return advice;
    }

    /** The page's URL; relative, so that it leads to the very server that answered. */
    public String path() {
        return PAGES + slug;
    }

    /** The kind with the page of this name. */
    public static Optional<ProblemType> find(String slug) {
        return Arrays.stream(values()).filter(type -> type.slug.equals(slug)).findFirst();
    }

    /** The kind of problem for a status of which nothing else is known. */
    public static ProblemType ofStatus(int status) {
        return switch (status) {
            case 401 -> UNAUTHORIZED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 413 -> BODY_TOO_LARGE;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 429 -> RATE_LIMITED;
            case 503 -> UNAVAILABLE;
            default -> status >= 400 && status < 500 ? BAD_REQUEST : INTERNAL;
        };
    }
}
