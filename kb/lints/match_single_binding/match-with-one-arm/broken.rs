pub fn area(size: (u32, u32)) -> u32 {
    match size {
        (width, height) => width * height,
    }
}
