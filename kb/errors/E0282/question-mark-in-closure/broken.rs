pub fn sum_line(line: &str) -> Option<u32> {
    let parse = |text: &str| {
        let number = text.trim().parse::<u32>()?;
        Ok(number)
    };
    let (left, right) = line.split_once('+')?;
    Some(parse(left).ok()? + parse(right).ok()?)
}
