package io.portolan.db.decision;

import static io.portolan.db.generated.Tables.DECISION;

import io.portolan.db.column.MoneyColumns;
import io.portolan.db.column.PartyColumns;
import io.portolan.db.column.PartyColumns.AddressColumns;
import io.portolan.db.generated.tables.records.DecisionRecord;
import io.portolan.domain.decision.Decision;
import io.portolan.domain.decision.DecisionHeader;
import io.portolan.domain.decision.Evidence;
import io.portolan.domain.decision.RecordedDecision;
import io.portolan.domain.decision.RecordedDecision.Approval;
import io.portolan.domain.decision.RecordedDecision.Ending;
import io.portolan.domain.ids.InstructionKey;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The row of a decision: what was decided, which stays, and its course, which is added. */
final class DecisionRows {
    private static final MoneyColumns EVIDENCE_AMOUNT =
            new MoneyColumns(DECISION.EVIDENCE_CURRENCY, DECISION.EVIDENCE_AMOUNT);
    private static final PartyColumns PAYEE = new PartyColumns(
            DECISION.PAYEE_NAME,
            DECISION.PAYEE_ACCOUNT_NUMBER,
            DECISION.PAYEE_ACCOUNT_BANK,
            new AddressColumns(
                    DECISION.PAYEE_STREET,
                    DECISION.PAYEE_BUILDING,
                    DECISION.PAYEE_POSTAL_CODE,
                    DECISION.PAYEE_CITY,
                    DECISION.PAYEE_COUNTRY));

    private DecisionRows() {}

    static DecisionRecord recordOf(RecordedDecision recorded) {
        Decision decision = recorded.decision();
        DecisionHeader header = decision.header();
        DecisionRecord row = new DecisionRecord();
        row.setPaymentId(header.payment());
        row.setKind(decision.kind());
        row.setId(header.id());
        row.setVersion(header.version());
        row.setMaker(header.maker());
        row.setReason(header.reason());
        row.setMadeAt(header.madeAt());
        setContent(row, decision);
        row.setStatus(recorded.status());
        row.setLapsesAt(recorded.lapsesAt());
        setApproval(row, recorded.approval());
        setEnding(row, recorded.ending());
        return row;
    }

    /** The columns that an approval adds. */
    static void setApproval(DecisionRecord row, @Nullable Approval approval) {
        row.setChecker(approval == null ? null : approval.checker());
        row.setApprovedAt(approval == null ? null : approval.approvedAt());
    }

    /** The columns that an end adds, beside the status. */
    static void setEnding(DecisionRecord row, @Nullable Ending ending) {
        row.setEndedAt(ending == null ? null : ending.endedAt());
        row.setEndDetail(ending == null ? null : ending.detail());
        row.setStateBefore(ending == null ? null : ending.before());
        row.setStateAfter(ending == null ? null : ending.after());
    }

    static RecordedDecision recordedOf(DecisionRecord row) {
        return new RecordedDecision(
                decisionOf(row), row.getStatus(), row.getLapsesAt(), approvalOf(row), endingOf(row));
    }

    private static void setContent(DecisionRecord row, Decision decision) {
        switch (decision) {
            case Decision.Unwind unwind -> row.setPlan(unwind.plan());
            case Decision.ResolveExecuted executed -> setEvidence(row, executed.instruction(), executed.evidence());
            case Decision.ResolveNotExecuted not -> setEvidence(row, not.instruction(), not.evidence());
            case Decision.CorrectPayee correction -> PAYEE.set(row, correction.payee());
            case Decision.Retry _, Decision.Cancel _, Decision.Hold _, Decision.Release _ -> {}
        }
    }

    private static void setEvidence(DecisionRecord row, InstructionKey instruction, Evidence evidence) {
        row.setInstructionKey(instruction);
        row.setEvidenceSource(evidence.source());
        row.setEvidenceReference(evidence.reference());
        EVIDENCE_AMOUNT.set(row, evidence.amount());
        row.setEvidenceValueDate(evidence.valueDate());
    }

    private static Decision decisionOf(DecisionRecord row) {
        DecisionHeader header = new DecisionHeader(
                row.getId(), row.getPaymentId(), row.getMaker(), row.getReason(), row.getVersion(), row.getMadeAt());
        return switch (row.getKind()) {
            case RETRY -> new Decision.Retry(header);
            case UNWIND -> new Decision.Unwind(header, Objects.requireNonNull(row.getPlan()));
            case RESOLVE_EXECUTED -> new Decision.ResolveExecuted(header, instructionOf(row), evidenceOf(row));
            case RESOLVE_NOT_EXECUTED -> new Decision.ResolveNotExecuted(header, instructionOf(row), evidenceOf(row));
            case CORRECT_PAYEE -> new Decision.CorrectPayee(header, PAYEE.require(row));
            case CANCEL -> new Decision.Cancel(header);
            case HOLD -> new Decision.Hold(header);
            case RELEASE -> new Decision.Release(header);
        };
    }

    private static InstructionKey instructionOf(DecisionRecord row) {
        return Objects.requireNonNull(row.getInstructionKey());
    }

    private static Evidence evidenceOf(DecisionRecord row) {
        return new Evidence(
                Objects.requireNonNull(row.getEvidenceSource()),
                Objects.requireNonNull(row.getEvidenceReference()),
                EVIDENCE_AMOUNT.require(row),
                Objects.requireNonNull(row.getEvidenceValueDate()));
    }

    private static @Nullable Approval approvalOf(DecisionRecord row) {
        return row.getChecker() == null ? null : new Approval(row.getChecker(), row.getApprovedAt());
    }

    private static @Nullable Ending endingOf(DecisionRecord row) {
        return row.getEndedAt() == null
                ? null
                : new Ending(
                        row.getStatus(),
                        row.getEndDetail(),
                        row.getStateBefore(),
                        row.getStateAfter(),
                        row.getEndedAt());
    }
}
