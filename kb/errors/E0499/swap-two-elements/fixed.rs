pub struct Task {
    pub name: String,
}

pub fn prefer(queue: &mut [Task], first: usize, second: usize) {
    if queue[first].name > queue[second].name {
        queue.swap(first, second);
    }
}
