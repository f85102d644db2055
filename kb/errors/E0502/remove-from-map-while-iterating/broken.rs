use std::collections::HashMap;

pub struct Sessions {
    pub idle_seconds: HashMap<u64, u32>,
}

impl Sessions {
    pub fn drop_idle(&mut self, limit: u32) {
        for (id, seconds) in &self.idle_seconds {
            if *seconds > limit {
                self.idle_seconds.remove(id);
            }
        }
    }
}
