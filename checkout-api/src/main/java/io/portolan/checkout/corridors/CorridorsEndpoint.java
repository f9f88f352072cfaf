package io.portolan.checkout.corridors;

import io.portolan.checkout.json.JsonResponses;
import io.portolan.checkout.requests.Query;
import io.portolan.domain.corridor.Corridors;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Corridors")
final class CorridorsEndpoint {
    private final Corridors corridors;

    CorridorsEndpoint(Corridors corridors) {
        this.corridors = corridors;
    }

    @Operation(
            operationId = "listCorridors",
            summary = "List the corridors",
            description =
                    "The supported currency pairs: limits, fees, usual time to arrive, and what an unwind costs whom.")
    @ApiResponse(
            responseCode = "200",
            description = "All corridors.",
            content = @Content(schema = @Schema(implementation = CorridorPage.class)))
    @GetMapping(path = "/v1/corridors", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> list(@Parameter(hidden = true) Query query) {
        query.throwIfInvalid();
        return JsonResponses.ok(
                new CorridorPage(corridors.all().stream().map(CorridorJson::of).toList(), null));
    }
}
