pub fn with_bonus(bonus: u32) -> u32 {
    let mut points = [10, 20, 30];
    points.push(bonus);
    points.iter().sum()
}
