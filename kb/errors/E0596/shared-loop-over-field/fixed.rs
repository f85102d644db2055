pub struct Scheduler {
    queues: Vec<Vec<String>>,
}

impl Scheduler {
    pub fn reset(&mut self) {
        for queue in &mut self.queues {
            queue.clear();
        }
    }
}
