pub fn steps(limit: u32) -> Vec<Box<dyn Fn(u32) -> u32>> {
    let mut steps: Vec<Box<dyn Fn(u32) -> u32>> = Vec::new();
    for size in 1..=limit {
        steps.push(Box::new(move |value| value + size));
    }
    steps
}
