pub enum Outcome {
    Done,
    Failed(i32),
    Cancelled,
}

pub fn exit_code(outcome: &Outcome) -> i32 {
    match outcome {
        Outcome::Done => 0,
        Outcome::Failed(code) | Outcome::Cancelled => *code,
    }
}
