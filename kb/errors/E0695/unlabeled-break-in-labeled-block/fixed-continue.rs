pub fn first_valid(lines: &[&str]) -> Option<u32> {
    let mut result = None;
    for line in lines {
        let Ok(number) = line.trim().parse::<u32>() else {
            continue;
        };
        result = Some(number);
        break;
    }
    result
}
