-- Times are milliseconds since 1970 UTC, amounts whole minor units.

create table if not exists setting (
    name text primary key,
    value text not null
) without rowid;

create table if not exists account (
    id text primary key,
    holder text not null,
    currency text not null,
    opening_balance integer not null,
    balance integer not null
) without rowid;

create table if not exists instruction (
    id integer primary key autoincrement,
    kind text not null,
    counterparty text not null,
    instruction_key text not null,
    fingerprint text not null,
    related text not null,
    notify_url text not null,
    fault text not null,
    state text not null,
    received_at integer not null,
    booked_at integer,
    settled_at integer,
    returned_at integer,
    rejection_code text,
    rejection_message text,
    unique (counterparty, instruction_key)
);
create index if not exists instruction_related on instruction (related);

-- The transfers that an instruction causes when it is booked.
create table if not exists account_transfer (
    instruction integer not null,
    ordinal integer not null,
    from_account text not null,
    to_account text not null,
    currency text not null,
    amount integer not null,
    primary key (instruction, ordinal)
) without rowid;

-- Bookings: one row for each side of a transfer.
create table if not exists entry (
    seq integer primary key autoincrement,
    account text not null,
    business_date text not null,
    instruction integer not null,
    purpose text not null,
    amount integer not null,
    balance_after integer not null,
    booked_at integer not null
);
create index if not exists entry_of_day on entry (account, business_date, seq);

-- Money of a payout that came back: the entry is the credit on the debited account, the fee was kept by the banks on the way.
create table if not exists payout_return (
    id integer primary key autoincrement,
    instruction integer not null,
    amount integer not null,
    fee integer not null,
    reason text not null,
    returned_at integer not null,
    entry integer not null unique
);
create index if not exists payout_return_instruction on payout_return (instruction);

-- Scenarios that happen only the first time, and for what they have happened.
create table if not exists one_time_scenario (
    scenario text not null,
    subject text not null,
    primary key (scenario, subject)
) without rowid;

-- Due tasks: what is still to be done with an instruction, and when.
create table if not exists task (
    id integer primary key autoincrement,
    instruction integer not null,
    action text not null,
    rejection_code text not null,
    rejection_message text not null,
    due_at integer not null
);
create index if not exists task_due on task (due_at);

-- Callbacks that are neither delivered nor given up.
create table if not exists pending_callback (
    id integer primary key autoincrement,
    instruction integer not null,
    counterparty text not null,
    url text not null,
    media_type text not null,
    body text not null,
    failures integer not null,
    due_at integer not null
);
create index if not exists pending_callback_due on pending_callback (due_at);
create index if not exists pending_callback_instruction on pending_callback (instruction);

create table if not exists quote (
    id text primary key,
    sell_currency text not null,
    sell_amount integer not null,
    buy_currency text not null,
    buy_amount integer not null,
    rate text not null,
    mid_rate text not null,
    reference text not null,
    expires_at integer not null
) without rowid;
