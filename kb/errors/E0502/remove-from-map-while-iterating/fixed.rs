use std::collections::HashMap;

pub struct Sessions {
    pub idle_seconds: HashMap<u64, u32>,
}

impl Sessions {
    pub fn drop_idle(&mut self, limit: u32) {
        self.idle_seconds.retain(|_, seconds| *seconds <= limit);
    }
}
