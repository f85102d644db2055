pub struct Task {
    pub name: String,
}

pub fn prefer(queue: &mut Vec<Task>, first: usize, second: usize) {
    if queue[first].name > queue[second].name {
        std::mem::swap(&mut queue[first], &mut queue[second]);
    }
}
