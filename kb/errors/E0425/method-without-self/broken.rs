pub struct Session {
    last_seen: u64,
    ttl: u64,
}

impl Session {
    fn is_expired(&self, now: u64) -> bool {
        now > self.last_seen + self.ttl
    }

    pub fn touch(&mut self, now: u64) -> bool {
        if is_expired(now) {
            return false;
        }
        self.last_seen = now;
        true
    }
}
