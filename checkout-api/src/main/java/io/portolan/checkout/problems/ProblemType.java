package io.portolan.checkout.problems;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of refusal, each with its status and a page that says what to do. */
public enum ProblemType {
    BAD_REQUEST(
            400,
            "bad-request",
            "The request cannot be understood",
            "Compare the address, the headers and the method with the API's description, then send it again."),
    UNREADABLE_BODY(
            400,
            "unreadable-body",
            "The body is not one JSON object",
            "Send one JSON object in UTF-8, each name at most once and nothing after it. The detail says where reading stopped."),
    IDEMPOTENCY_KEY(
            400,
            "idempotency-key",
            "The Idempotency-Key is missing or not usable",
            "Send one Idempotency-Key header of 1 to 255 visible ASCII characters, for example a UUID. Keep it with your order and send the same one"
                    + " whenever you repeat the request."),
    UNAUTHORIZED(
            401,
            "unauthorized",
            "No valid API key",
            "Send your key as \"Authorization: Bearer ptl_…\". If it was lost, ask for a new one: keys are shown once and cannot be read again."),
    FORBIDDEN(403, "forbidden", "This key may not do that", "Use a key that is meant for this, or ask us to allow it."),
    NOT_FOUND(
            404,
            "not-found",
            "There is no such thing here",
            "Check the address and the id. An id of another merchant, or one that is cut short, is answered like one that never was."),
    METHOD_NOT_ALLOWED(
            405, "method-not-allowed", "The address has no such method", "Use one of the methods in the Allow header."),
    NOT_ACCEPTABLE(
            406,
            "not-acceptable",
            "The answer is not available in that format",
            "Accept application/json, or leave the Accept header out."),
    QUOTE_ALREADY_USED(
            409,
            "quote-spent",
            "The quote has paid already",
            "A quote pays once. If you repeated a request, repeat it with its first Idempotency-Key to get the first answer; otherwise ask for a new"
                    + " quote."),
    NOT_CANCELLABLE(
            409,
            "payment-not-cancellable",
            "The payment can no longer be cancelled",
            "A payment can be cancelled until its payout is instructed. Look the payment up; once it is completed, a refund is a new request."),
    REQUEST_IN_PROGRESS(
            409,
            "request-in-progress",
            "The first request with this key is still running",
            "Wait as long as Retry-After says, then send exactly the same request again to get the first one's answer."),
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
            "Each of the errors names the field (a JSON pointer into the body, a query parameter or a header), the rule and what to change. Nothing"
                    + " was written: correct them all and send the request again."),
    IDEMPOTENCY_KEY_REUSED(
            422,
            "idempotency-key-reused",
            "The Idempotency-Key belongs to another request",
            "A key stands for one request, byte for byte. Repeat that request unchanged, or use a new key for a new one."),
    QUOTE_REJECTED(
            422,
            "quote-declined",
            "The dealer does not offer this",
            "Try another amount, or another currency pair of GET /v1/corridors."),
    RATE_LIMITED(
            429,
            "rate-limited",
            "Too many requests",
            "Wait as long as Retry-After says. Nothing was done, so the same request may be sent again."),
    INTERNAL(
            500,
            "internal",
            "Something is wrong on our side",
            "Send the same request again, with the same Idempotency-Key: its work is done once at most. If it stays, tell us the trace_id."),
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

    /** The last part of the page's address. */
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

    /** The page's address; relative, so that it leads to the very server that answered. */
    public String path() {
        return PAGES + slug;
    }

    /** The kind with the page of this name. */
    public static Optional<ProblemType> find(String slug) {
        return Arrays.stream(values()).filter(type -> type.slug.equals(slug)).findFirst();
    }

    /** The kind for a refusal of which only the status is known. */
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
