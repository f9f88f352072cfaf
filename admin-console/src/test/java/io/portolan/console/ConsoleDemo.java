package io.portolan.console;

import io.portolan.domain.identity.Step;
import io.portolan.domain.money.Money;
import io.portolan.domain.operations.Alert;
import io.portolan.domain.operations.OperatorAction;
import io.portolan.domain.party.AccountNumber;
import io.portolan.domain.party.Party;
import io.portolan.domain.payment.Stage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The console over payments in every stage, to look at in a browser. Log in as {@code ada} (operator) or {@code vic} (viewer). */
@EnableAutoConfiguration
public class ConsoleDemo extends TestConsole {
    /** Serves on the port given, until stopped. */
    public static void main(String[] args) {
        SpringApplication application = new SpringApplication(ConsoleDemo.class);
        application.setDefaultProperties(
                Map.of("server.port", args.length == 0 ? "8099" : args[0], "server.address", "127.0.0.1"));
        ConsoleWorld world = application.run().getBean(ConsoleWorld.class);
        fill(world, Instant.now());
        keepMoving(world);
    }

    @Override
    @Bean
    Clock clock(ConsoleWorld world) {
        return Clock.systemUTC();
    }

    @Override
    @Bean
    ConsoleSettings settings() {
        return new ConsoleSettings("Temporal dev server", TEMPORAL, Duration.ofHours(4), 20);
    }

    /** One payment in each situation that there is, then some that went well. */
    public static void fill(ConsoleWorld world, Instant now) {
        for (int i = 0; i < 30; i++) {
            world.storyAt("ORD-09" + (10 + i), now.minus(Duration.ofHours(80 - i)))
                    .completed();
        }
        stuck(world, now);
        world.alerts.raise(Alert.of(
                "NOSTRO:B:CNY",
                "Line 17 does not follow from line 16: the balance before it is 7,200.00 and should be 7,100.00. The account is frozen.",
                now.minus(Duration.ofMinutes(12))));
        undone(world, now);
        running(world, now);
        Instant lately = now.minus(Duration.ofDays(3));
        Story.of(world, Orders.accepted("ORD-1019", "98000.00", "CNY/JPY", "21.7304", lately))
                .completed();
        Story.of(world, Orders.accepted("ORD-1020", "25000.00", "CNY/KWD", "0.04245", lately))
                .completed();
    }

    private static void stuck(ConsoleWorld world, Instant now) {
        world.storyAt("ORD-1001", now.minus(Duration.ofHours(7)))
                .converted()
                .refused(Step.PAYOUT, Story.WRONG_ACCOUNT)
                .parked(Step.PAYOUT, Story.WRONG_ACCOUNT, Duration.ofDays(2));
        world.storyAt("ORD-1002", now.minus(Duration.ofMinutes(95)))
                .converted()
                .silent(Step.PAYOUT)
                .parked(Step.PAYOUT, Story.NO_ANSWER, null);
        world.storyAt("ORD-1003", now.minus(Duration.ofMinutes(30)))
                .silent(Step.COLLECTION)
                .parked(Step.COLLECTION, Story.NO_ANSWER, null);
        Story refused = world.storyAt("ORD-1004", now.minus(Duration.ofHours(26)))
                .converted()
                .refused(Step.PAYOUT, Story.CLOSED)
                .unwinding(Story.CLOSED, "7.15")
                .booked(Step.REVERSAL)
                .refused(Step.REFUND, Story.CLOSED)
                .parked(Step.REFUND, Story.CLOSED, null);
        world.actions.add(new OperatorAction(
                "act_1",
                refused.id(),
                OperatorAction.Kind.RETRY,
                "ada",
                "The buyer says that the account is open again",
                now.minus(Duration.ofHours(3))));
        world.storyAt(
                        "ORD-1005 <script>alert(1)</script> with a long reference of a shop",
                        now.minus(Duration.ofHours(9)))
                .booked(Step.COLLECTION)
                .instructed(Step.TOP_UP);
    }

    private static void undone(ConsoleWorld world, Instant now) {
        world.storyAt("ORD-1006", now.minus(Duration.ofHours(2)))
                .converted()
                .refused(Step.PAYOUT, Story.CLOSED)
                .unwinding(Story.CLOSED, "7.16")
                .instructed(Step.REVERSAL);
        world.storyAt("ORD-1007", now.minus(Duration.ofHours(5)))
                .converted()
                .refused(Step.PAYOUT, Story.CLOSED)
                .unwinding(Story.CLOSED, "7.25")
                .booked(Step.REVERSAL)
                .booked(Step.REFUND)
                .settled(Step.COLLECTION)
                .settled(Step.REFUND);
        world.storyAt("ORD-1008", now.minus(Duration.ofMinutes(50)))
                .refused(Step.COLLECTION, Story.CLOSED)
                .concluded(Stage.FAILED, Story.CLOSED);
        world.storyAt("ORD-1009", now.minus(Duration.ofMinutes(20)))
                .cancelled()
                .concluded(Stage.CANCELLED, Story.CLOSED);
        Story back = world.storyAt("ORD-1010", now.minus(Duration.ofDays(3))).completed();
        Money destination = back.payment().price().destination();
        back.returned(destination.minus(Money.of(destination.currency(), 2_500)))
                .unwinding(Story.CLOSED, "7.19");
    }

    private static void running(ConsoleWorld world, Instant now) {
        world.storyAt("ORD-1011", now.minus(Duration.ofSeconds(12))).converted().instructed(Step.PAYOUT);
        world.storyAt("ORD-1012", now.minus(Duration.ofSeconds(9)))
                .booked(Step.COLLECTION)
                .booked(Step.TOP_UP)
                .instructed(Step.CONVERSION);
        Party iban = new Party("Müller & Söhne GmbH", new AccountNumber.Iban("DE89370400440532013000"), null);
        Instant soon = now.minus(Duration.ofSeconds(4));
        Story.of(world, Orders.accepted("ORD-1013", iban, Orders.price("1234567.89", "CNY/EUR", "0.12871", soon), soon))
                .instructed(Step.COLLECTION);
        world.storyAt("ORD-1014", now.minus(Duration.ofSeconds(1)));
    }

    /** Another payment every few seconds, so that there is something to see without reloading. */
    private static void keepMoving(ConsoleWorld world) {
        Thread.ofPlatform().name("demo").start(() -> {
            for (int i = 1100; i < 1200; i++) {
                Story story = world.storyAt("ORD-" + i, Instant.now());
                LockSupport.parkNanos(Duration.ofSeconds(5).toNanos());
                story.converted().booked(Step.PAYOUT);
            }
        });
    }
}
