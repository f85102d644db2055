pub struct Stack {
    values: Vec<i64>,
}

impl Stack {
    pub fn push(&mut self, value: i64) -> &mut Self {
        self.values.push(value);
        self
    }

    pub fn pop(&mut self) -> i64 {
        self.values.pop().unwrap_or(0)
    }
}

/// Turns the value on top into a debit: a mark, and above it the value negated.
pub fn book_debit(stack: &mut Stack) {
    stack.push(1).push(-stack.pop());
}
