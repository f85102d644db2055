use std::fmt;

impl fmt::Display for Vec<u32> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, part) in self.iter().enumerate() {
            let separator = if index == 0 { "" } else { ";" };
            write!(f, "{separator}{part}")?;
        }
        Ok(())
    }
}

pub fn csv(row: Vec<u32>) -> String {
    row.iter().map(u32::to_string).collect::<Vec<_>>().join(";")
}
