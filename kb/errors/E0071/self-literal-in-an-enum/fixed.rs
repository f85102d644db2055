pub enum Outcome {
    Passed,
    Failed { code: i32 },
}

impl Outcome {
    pub fn from_code(code: i32) -> Self {
        if code == 0 {
            return Self::Passed;
        }
        Self::Failed { code }
    }
}
