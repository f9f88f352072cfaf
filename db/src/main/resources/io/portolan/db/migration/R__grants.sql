-- What the application may do, table by table. It is granted again when this file or the name of the application's user changes.
-- Nobody but the owner may change or delete what is recorded once: the book above all.

GRANT SELECT, INSERT ON merchant TO ${app};
GRANT SELECT, INSERT ON api_key TO ${app};
GRANT SELECT, INSERT, UPDATE ON operator TO ${app};
GRANT SELECT, INSERT, UPDATE ON idempotency_key TO ${app};
GRANT SELECT, INSERT ON quote TO ${app};
GRANT SELECT, INSERT, UPDATE ON payment TO ${app};
GRANT SELECT, INSERT, UPDATE ON payment_party TO ${app};
GRANT SELECT, INSERT ON payment_metadata TO ${app};
GRANT SELECT, INSERT, UPDATE (status) ON plan TO ${app};
GRANT SELECT, INSERT ON movement TO ${app};
GRANT SELECT, INSERT, UPDATE (awaited_until, booking, bank_reference, executed_currency, executed_amount, rejection_code, rejection_detail, rejection_remedy,
    uncertainty, decided_at, witness, settlement, settled_at, returned_currency, returned_amount, return_reference) ON instruction TO ${app};
GRANT SELECT, INSERT ON refund TO ${app};
GRANT SELECT, INSERT ON payment_event TO ${app};
GRANT SELECT, INSERT ON payment_event_detail TO ${app};
GRANT SELECT, INSERT ON bank_call TO ${app};
GRANT SELECT, INSERT ON bank_callback TO ${app};
GRANT SELECT, INSERT, UPDATE (status, checker, approved_at, ended_at, end_detail, state_before, state_after) ON decision TO ${app};
GRANT SELECT, INSERT, UPDATE (owner, closed_at, closed_by, resolution) ON payment_break TO ${app};
GRANT SELECT, UPDATE ON book_head TO ${app};
GRANT SELECT, INSERT ON book_event TO ${app};
GRANT SELECT, INSERT ON book_posting TO ${app};
GRANT SELECT, INSERT, UPDATE ON book_account TO ${app};
GRANT SELECT, INSERT, UPDATE ON book_hold TO ${app};
GRANT SELECT, INSERT, DELETE ON book_payment_balance TO ${app};
GRANT SELECT, INSERT ON book_day_balance TO ${app};
GRANT SELECT, INSERT ON book_correction TO ${app};
GRANT SELECT, INSERT ON book_rejection TO ${app};
GRANT SELECT, INSERT, UPDATE (ended_at, ended_by, end_reason) ON alert TO ${app};

-- The jobs of operations.

GRANT SELECT, INSERT, UPDATE ON statement_cursor TO ${app};
GRANT SELECT, INSERT, UPDATE ON recheck TO ${app};
GRANT SELECT, UPDATE (changed_at, last_payment) ON recheck_cursor TO ${app};
