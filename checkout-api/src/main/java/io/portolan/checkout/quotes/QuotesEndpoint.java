package io.portolan.checkout.quotes;

import io.portolan.checkout.json.JsonResponses;
import io.portolan.checkout.requests.JsonBody;
import io.portolan.checkout.security.Caller;
import io.portolan.domain.fx.Quote;
import io.portolan.domain.fx.Quotes;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Quotes")
final class QuotesEndpoint {
    private final Pricing pricing;
    private final Quotes quotes;

    QuotesEndpoint(Pricing pricing, Quotes quotes) {
        this.pricing = pricing;
        this.quotes = quotes;
    }

    @Operation(
            operationId = "createQuote",
            summary = "Create a quote",
            description = "A firm price: what the buyer pays in total, the fee included in it, and what the seller "
                    + "receives. No money moves.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(ref = QuoteSchemas.REQUEST),
                            examples = {
                                @ExampleObject(name = "source amount given", value = """
                                        {"source": {"currency": "CNY", "amount": 720000}, "destination": {"currency": "USD"}}"""),
                                @ExampleObject(name = "destination amount given", value = """
                                        {"source": {"currency": "CNY"}, "destination": {"currency": "USD", "amount": 99450}}""")
                            }))
    @ApiResponse(
            responseCode = "201",
            description = "The quote.",
            content = @Content(schema = @Schema(implementation = QuoteJson.class)))
    @PostMapping(path = "/v1/quotes", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> create(@Parameter(hidden = true) Caller caller, @Parameter(hidden = true) JsonBody body) {
        Quote quote = pricing.price(caller.merchant(), QuoteRequest.of(body.input(QuoteRequest.RULE)));
        quotes.add(quote);
        return JsonResponses.created(QuoteJson.of(quote));
    }
}
