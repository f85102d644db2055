pub(crate) const NAME_LENGTH: usize = 16;
