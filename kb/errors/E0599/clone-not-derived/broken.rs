pub struct RetryPolicy {
    pub attempts: u32,
    pub backoff_ms: Vec<u64>,
}

pub struct Client {
    policy: RetryPolicy,
}

impl Client {
    pub fn gentler_policy(&self) -> RetryPolicy {
        let mut policy = self.policy.clone();
        policy.attempts = 1;
        policy
    }
}
