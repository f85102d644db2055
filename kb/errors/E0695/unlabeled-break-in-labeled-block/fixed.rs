pub fn first_valid(lines: &[&str]) -> Option<u32> {
    let mut result = None;
    'lines: for line in lines {
        'check: {
            let Ok(number) = line.trim().parse::<u32>() else {
                break 'check;
            };
            result = Some(number);
            break 'lines;
        }
    }
    result
}
