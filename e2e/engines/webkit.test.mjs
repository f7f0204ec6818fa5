// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

import { suite } from './suite.mjs';

suite('webkit');
