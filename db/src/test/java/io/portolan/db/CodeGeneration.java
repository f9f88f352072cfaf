package io.portolan.db;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;

/** How jOOQ's classes are made from the migrated schema: with the domain's own types where a column holds one. */
final class CodeGeneration {
    private static final String DOMAIN = "io.portolan.domain.";

    private CodeGeneration() {}

    /** Generates the classes for this schema into the folder. */
    static void generate(String url, Login owner, String schema, Path into) throws Exception {
        Jdbc jdbc = new Jdbc().withUrl(url).withUser(owner.user()).withPassword(owner.password());
        Generate shape = new Generate()
                .withGeneratedAnnotation(false)
                .withGlobalObjectReferences(true)
                .withJavadoc(false)
                .withComments(false);
        Generator generator = new Generator()
                .withDatabase(database(schema))
                .withGenerate(shape)
                .withTarget(
                        new Target().withPackageName("io.portolan.db.generated").withDirectory(into.toString()));
        GenerationTool.generate(
                new Configuration().withLogging(Logging.WARN).withJdbc(jdbc).withGenerator(generator));
    }

    private static Database database(String schema) {
        return new Database()
                .withName("org.jooq.meta.mariadb.MariaDBDatabase")
                .withInputSchema(schema)
                .withOutputSchemaToDefault(true)
                .withExcludes("flyway_schema_history")
                .withIncludeCheckConstraints(false)
                .withForcedTypes(forcedTypes());
    }

    private static List<ForcedType> forcedTypes() {
        ForcedType times = new ForcedType()
                .withUserType("java.time.Instant")
                .withBinding("io.portolan.db.column.InstantBinding")
                .withIncludeTypes("DATETIME.*");
        return Stream.of(
                        Stream.of(
                                times,
                                new ForcedType()
                                        .withName("BOOLEAN")
                                        .withIncludeExpression(".*\\.(is_open|overdraft_allowed)"),
                                paymentOrNone(),
                                hash()),
                        values(),
                        enums())
                .flatMap(each -> each)
                .toList();
    }

    /** Text, which is empty for no payment. The first type that fits counts. */
    private static ForcedType paymentOrNone() {
        return new ForcedType()
                .withName("VARCHAR(24)")
                .withIncludeExpression("(.*\\.)?book_payment_balance\\.payment_id");
    }

    private static ForcedType hash() {
        return new ForcedType()
                .withUserType("java.lang.String")
                .withConverter("org.jooq.Converter.ofNullable(byte[].class, String.class,"
                        + " java.util.HexFormat.of()::formatHex, java.util.HexFormat.of()::parseHex)")
                .withIncludeTypes("BINARY\\(32\\)");
    }

    private static Stream<ForcedType> values() {
        return Stream.of(
                value("(.*\\.)?(\\w*_)?currency", "money.Currency", "of", "code"),
                value("(.*\\.)?(payment_id|payment\\.id)", "ids.PaymentId", "new", "value"),
                value("(.*\\.)?(merchant_id|merchant\\.id)", "ids.MerchantId", "new", "value"),
                value("(.*\\.)?(quote_id|quote\\.id)", "fx.QuoteId", "new", "value"),
                value("(.*\\.)?account_code", "ledger.AccountId", "parse", "code"),
                value("(.*\\.)?refund\\.id", "ids.RefundId", "new", "value"),
                value(
                        "(.*\\.)?(parking_instruction_key|collection_key|decision\\.instruction_key)",
                        "ids.InstructionKey",
                        "parse",
                        "value"),
                value(
                        "(.*\\.)?(parking_movement|movement\\.kind|instruction\\.kind)",
                        "plan.MovementKind",
                        "parse",
                        "code"));
    }

    private static Stream<ForcedType> enums() {
        return Stream.of(
                named("(.*\\.)?stage", "payment.Stage"),
                named("(.*\\.)?funding_mode", "corridor.FundingMode"),
                named("(.*\\.)?(loss_bearer|cost_bearer|movement\\.bearer)", "corridor.LossBearer"),
                named("(.*\\.)?unwind_policy", "corridor.UnwindPolicy"),
                named("(.*\\.)?parking_kind", "payment.Parking.Kind"),
                named("(.*\\.)?\\w+_remedy", "bank.Reason.Remedy"),
                named("(.*\\.)?plan\\.purpose", "plan.Purpose"),
                named("(.*\\.)?plan\\.status", "plan.PlanStatus"),
                named("(.*\\.)?booking", "instruction.BookingStatus"),
                named("(.*\\.)?witness", "instruction.Answer.Witness"),
                named("(.*\\.)?settlement", "instruction.SettlementStatus"),
                named("(.*\\.)?decision\\.kind", "decision.DecisionKind"),
                named("(.*\\.)?decision\\.status", "decision.DecisionStatus"),
                named("(.*\\.)?evidence_source", "decision.Evidence.Source"),
                named("(.*\\.)?payment_break\\.type", "breaks.BreakType"),
                of("(.*\\.)?book_event\\.kind", "io.portolan.ledger.event.EventKind"),
                named("(.*\\.)?book_account\\.status", "ledger.AccountStatus"),
                of("(.*\\.)?book_rejection\\.reason", "io.portolan.ledger.command.Rejection.Reason"),
                named("(.*\\.)?operator\\.role", "operations.Operator.Role"),
                named("(.*\\.)?bank_call\\.operation", "operations.BankCall.Operation"),
                named("(.*\\.)?recheck\\.cause", "operations.Recheck.Cause"));
    }

    private static ForcedType value(String columns, String type, String reader, String writer) {
        String name = DOMAIN + type;
        return new ForcedType()
                .withUserType(name)
                .withConverter("org.jooq.Converter.ofNullable(String.class, %1$s.class, %1$s::%2$s, %1$s::%3$s)"
                        .formatted(name, reader, writer))
                .withIncludeExpression(columns);
    }

    private static ForcedType named(String columns, String type) {
        return of(columns, DOMAIN + type);
    }

    private static ForcedType of(String columns, String type) {
        return new ForcedType().withUserType(type).withEnumConverter(true).withIncludeExpression(columns);
    }
}
