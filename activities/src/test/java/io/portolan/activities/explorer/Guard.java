package io.portolan.activities.explorer;

import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.bank.Submission;
import io.portolan.domain.decision.Decision;
import io.portolan.domain.decision.Decisions;
import io.portolan.domain.decision.RecordedDecision;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.payment.PaymentChange;
import io.portolan.domain.payment.Payments;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** What keeps money right when things interleave. Each is removed by other ports than the real promises: the code that is driven stays as it is. */
enum Guard {
    NONE("none is removed"),
    FORM("a form does not take a decision that would be refused") {
        @Override
        boolean formsObject() {
            return false;
        }
    },
    FENCE("an order is sent only before its fence") {
        @Override
        RecordedBanks banks(Execution execution) {
            return new RecordedBanks(execution) {
                @Override
                Instant fence(Instant sendUntil) {
                    return Instant.MAX;
                }
            };
        }
    },
    KEY_FIRST("the key is recorded before the order is sent") {
        @Override
        Payments payments(Execution execution) {
            return new WeakPorts.WritesLate(execution);
        }
    },
    VERSION("a decision holds for the version that was seen") {
        @Override
        Decisions decisions(Execution execution) {
            return new WeakPorts.Rewritten(
                    execution,
                    decision ->
                            WeakPorts.ofVersion(decision, execution.situation().payment()));
        }
    },
    LOCK("a payment is changed by one at a time") {
        @Override
        Payments payments(Execution execution) {
            return new WeakPorts.ReadsFirst(execution);
        }
    },
    DECIDED("what is decided is not parked over") {
        @Override
        Payments payments(Execution execution) {
            return new WeakPorts.ParksOver(execution);
        }
    },
    PROOF_TIME("not executed is believed only after a copy can no longer take effect") {
        @Override
        Decisions decisions(Execution execution) {
            return new WeakPorts.Rewritten(execution, WeakPorts::madeLater);
        }

        @Override
        boolean formsObject() {
            return false;
        }

        @Override
        Clock driverClock(Execution execution) {
            Clock late = Clock.offset(execution.clock(), Duration.ofDays(1));
            Clock right = execution.clock();
            return new Clock() {
                @Override
                public Instant instant() {
                    return execution.isInCall() ? late.instant() : right.instant();
                }

                @Override
                public ZoneId getZone() {
                    return right.getZone();
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }
            };
        }
    },
    FRESH_INQUIRY("not executed is believed only if the bank does not say otherwise now") {
        @Override
        RecordedBanks banks(Execution execution) {
            return new RecordedBanks(execution) {
                @Override
                InquiryResult ask(InstructionKey key) {
                    boolean resolves = execution.hasHeard(Guard::isNotExecuted)
                            && !execution.hasHeard(PaymentChange.class::isInstance);
                    return resolves ? new InquiryResult.NotFound() : super.ask(key);
                }
            };
        }
    },
    EVIDENCE_KEY("evidence holds for the instruction that it names") {
        @Override
        Decisions decisions(Execution execution) {
            return new WeakPorts.Rewritten(
                    execution,
                    decision ->
                            WeakPorts.ofOpenKey(decision, execution.situation().payment()));
        }

        @Override
        boolean formsObject() {
            return false;
        }
    },
    TAKEN("what a bank has taken is not sent again") {
        @Override
        Payments payments(Execution execution) {
            return new WeakPorts.ForgetsTaken(execution);
        }
    },
    UNKNOWN("no answer is no rejection") {
        @Override
        RecordedBanks banks(Execution execution) {
            return new RecordedBanks(execution) {
                @Override
                Submission heard(Submission answer) {
                    return answer instanceof Submission.Unknown
                            ? new Submission.Rejected(Reason.of("timeout", "no answer in time"))
                            : answer;
                }
            };
        }
    };

    private final String promise;

    Guard(String promise) {
        this.promise = promise;
    }

    String promise() {
        return promise;
    }

    Payments payments(Execution execution) {
        return new RecordedStore.OfPayments(execution);
    }

    Decisions decisions(Execution execution) {
        return new RecordedStore.OfDecisions(execution);
    }

    RecordedBanks banks(Execution execution) {
        return new RecordedBanks(execution);
    }

    Clock driverClock(Execution execution) {
        return execution.clock();
    }

    /** Whether the form of a decision refuses what would be refused anyway. */
    boolean formsObject() {
        return true;
    }

    private static boolean isNotExecuted(Object answer) {
        return answer instanceof List<?> approved
                && !approved.isEmpty()
                && approved.getFirst() instanceof RecordedDecision recorded
                && recorded.decision() instanceof Decision.ResolveNotExecuted;
    }
}
