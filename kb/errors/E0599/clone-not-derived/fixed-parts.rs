pub struct RetryPolicy {
    pub attempts: u32,
    pub backoff_ms: Vec<u64>,
}

pub struct Client {
    policy: RetryPolicy,
}

impl Client {
    pub fn gentler_policy(&self) -> RetryPolicy {
        RetryPolicy {
            attempts: 1,
            backoff_ms: self.policy.backoff_ms.clone(),
        }
    }
}
